# Was `bridge-bot chat` neben den Antworten sagt.

chat-go-on = So geht diese Unterhaltung weiter: { $command }
chat-leave = Drücke noch einmal Strg+C oder Strg+D, um zu beenden.
chat-cut-off = Ich kann hier nicht mehr lesen oder schreiben: { $reason }.
chat-sources = Quellen:
chat-stopped = Angehalten. Drücke noch einmal Strg+C oder Strg+D, um zu beenden.
