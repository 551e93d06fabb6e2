SELECT credential, person, name, site, algorithm, public_key, uses, made FROM passkey
