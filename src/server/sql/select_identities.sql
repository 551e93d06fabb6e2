SELECT issuer, subject, person, proven FROM identity
