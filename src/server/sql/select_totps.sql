SELECT person, secret, made, last_step FROM totp
