SELECT hash, id, person, name, writes, incident, made, expires FROM token
