DELETE FROM attempt WHERE webhook = ? AND entry NOT IN
  (SELECT entry FROM attempt WHERE webhook = ? ORDER BY entry DESC LIMIT ?)
