UPDATE passkey SET uses = ? WHERE credential = ?
