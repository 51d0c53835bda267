/** What *-commands.ts export besides commands, each with the reason why it needs no role of its own. */

/** For people who are not signed in. Each checks what it is given: a password, a token, a rate. */
export const OPEN: Readonly<Record<string, string>> = {
  beginPasskeySignIn: "gives a challenge to whoever asks; it opens nothing",
  signInWithPasskey: "checks the passkey",
  signIn: "checks the password, within its limits",
  proveSecondFactor: "checks the code of a half session",
  proveAgain: "checks the password or code of the session that asks",
  acceptInvitation: "checks the link",
  becomeFirstAdministrator: "checks the link, and that nobody is there",
  resetPassword: "checks the link",
  mayTryLink: "counts tries at links",
  askForResetLink: "says the same to everybody and writes to the account's own address, within its limits",
  receiveObjection: "readers have no account; nothing public changes by it",
  receiveTip: "readers have no account; nothing public changes by it",
  sendReply: "checks the party's link",
};

/** Parts of commands and of the server itself: no page, action or route gives them what somebody sent. */
export const PARTS: Readonly<Record<string, string>> = {
  publishDraftsOf: "part of dispute.publish",
  beginPublishing: "takes the lock, in every command that publishes",
  appendToLog: "writes the log, in every command that publishes",
  once: "does the work of an action once",
  keepTyped: "keeps what an actor types, for that actor alone",
  dropTyped: "forgets what an actor typed",
  forgetSecondFactor: "part of commands that have found out who asks",
  useCode: "part of signing in and of commands that have found out who asks",
  startSession: "part of signing in",
  renewSession: "part of signing in and of commands about one's own account",
  endSessionByToken: "part of signing out: whoever has the token is whose session it is",
  endSessionsOf: "part of commands about accounts",
  markSeen: "notes that a session was used",
  createMember: "part of accepting an invitation and of becoming the first administrator",
  passwordToKeep: "makes what is kept of a password",
  writeResetLink: "part of making a reset link, by whoever asks for it",
  dropResetLinks: "part of commands that end links",
  renewFirstLink: "the start command's, while there is nobody",
  writeLetter: "part of commands that have a letter to send",
  eraseLink: "part of commands that end a link",
  takeAttempt: "counts a try before anybody is known",
  giveBackAttempt: "takes back a count that turned out right",
  forgetAttempts: "clears up counts of the past",
  linkAddress: "makes the address of a link",
  makeLink: "part of asking a party",
  sourceOfLink: "part of entering evidence and appearances",
};
