SELECT token, person, made, seen FROM session
