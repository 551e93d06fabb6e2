SELECT id, incident, name, url, secret, channel, language, made_by, made, next FROM webhook
