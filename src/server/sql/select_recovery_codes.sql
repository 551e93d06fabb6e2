SELECT person, hash FROM recovery_code
