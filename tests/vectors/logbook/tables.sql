CREATE TABLE logbook (id INTEGER PRIMARY KEY, incident TEXT);
CREATE TABLE entry (position INTEGER PRIMARY KEY, header BLOB, signature BLOB);
CREATE TABLE body (position INTEGER PRIMARY KEY, salt BLOB, content BLOB);
CREATE TABLE head (id INTEGER PRIMARY KEY, note TEXT);
