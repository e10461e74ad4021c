"""Every finding that there is, by its code. A code never changes its meaning, and is never reused.

The first letter is the level: E an error, W a warning, N a note. What a finding says, and how it is
mended, are the texts `doctor-<code>` and `doctor-<code>-hint`.
"""

from __future__ import annotations

from collections.abc import Mapping

OF_OPERATOR: Mapping[str, str] = {
    "E101": "a setting is missing, wrong or misnamed",
    "W102": "something about the settings that does not stop the start",
    "W103": "members may not add the bot to their account, although ALLOW_USER_INSTALL is on",
    "E104": "a sentence of TEXTS_DIR can't be used",
    "E201": "Discord refuses the token",
    "E202": "Discord can't be reached, or fails",
    "E203": "the message content intent is off, and MESSAGE_CONTENT needs it",
    "N204": "the message content intent is on, and MESSAGE_CONTENT does not need it",
    "W205": "the default install link lacks scopes or permissions",
    "E206": "an interactions endpoint is set, so no command reaches the bot",
    "E207": "no gateway session may be begun any more for a while",
    "W208": "few gateway sessions are left for today",
    "N209": "Discord has not been told the commands yet",
    "W210": "Discord has other commands than this version",
    "N211": "when Discord will review the message content intent",
    "W212": "Discord reviews the message content intent of this bot, every year",
    "N213": "the bot can't be added to more than 100 servers before it is verified",
    "E214": "a shard has more servers than Discord lets it have",
    "N215": "the bot is in no server",
    "N216": "only some servers were looked at channel by channel",
    "W217": "a server could not be looked at",
    "W218": "something could not be mended",
    "N219": "something was mended",
    "E401": "the database can't be used",
    "N402": "there is no database yet",
    "N403": "the database will be upgraded by the next start",
    "N404": "a bot runs on the database",
    "W406": "the bot's requests of the day are used up",
    "W407": "the last answers have failed",
    "N408": "how the last answers ended",
    "E501": "the Chat API can't be reached",
    "N502": "whether the Chat API takes the key is not known",
    "E503": "the Chat API gives no answer",
    "N504": "the Chat API has answered",
    "W505": "questions and the key are sent without encryption",
    "W601": "the clock of this machine is wrong",
    "N602": "which versions run",
    "N701": "which proxy is used",
    "W801": "the running bot is not ready",
    "N802": "the running bot is ready",
    "W803": "the last request to the Chat API failed",
    "N804": "questions were refused since the start",
    "W805": "events of Discord were skipped since the start",
    "W806": "Discord has limited requests since the start",
    "W807": "requests to the Chat API failed since the start",
}
"""What only whoever runs the bot is told, by `bridge-bot check`."""

OF_SERVER: Mapping[str, str] = {
    "E301": "View Channel is missing where something is set for the channel",
    "E302": "Send Messages is missing, so the bot can't answer",
    "E303": "Connect is missing in a voice channel, so the bot can't answer",
    "E304": "Send Messages in Threads is missing, so the bot can't answer in posts or threads",
    "E305": "Create Private Threads is missing where answers are private",
    "E306": "answers are to be private where there are no private threads",
    "W307": "Manage Threads is missing where answers are private",
    "W308": "Create Public Threads is missing, so answers stand in the channel",
    "W309": "Send Messages in Threads is missing, so answers stand in the channel",
    "W310": "Attach Files is missing, so long answers end early",
    "W311": "Read Message History is missing, so the bot can neither reply nor catch up",
    "N312": "Add Reactions is missing, so nobody sees that a question waits",
    "N313": "channels that the bot sees, but can't answer in",
    "E314": "the help role is gone, or can't be pinged",
    "E315": "the feedback channel can't be written to",
    "W316": "settings of channels that are gone",
    "E317": "all roles that may ask are gone",
    "W318": "a chatbot is chosen that there is not any more",
    "W319": "every message is to be a question, but the bot reads only mentions",
    "N320": "sources or buttons are switched on, but off for all servers",
    "W321": "a server has paused the bot",
    "E322": "the bot is in time-out",
    "W323": "the bot is in a server that ALLOWED_GUILDS leaves out",
    "N324": "nothing is answered in this channel",
    "W325": "a limit of the day is reached",
    "N326": "questions were refused lately",
    "W327": "answers failed lately",
    "W328": "the Chat API does not answer at the moment",
    "N329": "the last answer was complete",
    "W330": "the settings of the server can't be read",
    "W331": "the operator has paused the bot",
}
"""What `/doctor` tells those who manage a server; `bridge-bot check` tells the operator too, as far
as it knows."""

CODES: Mapping[str, str] = {**OF_OPERATOR, **OF_SERVER}
