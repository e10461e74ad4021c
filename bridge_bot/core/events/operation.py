"""What the bot was doing when something failed, and what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bridge_bot.core.model import Origin


class Operation(enum.StrEnum):
    """What the bot was doing when something failed. The value completes "while …" in the log."""

    ACCEPT_QUESTION = "accepting a question"
    ANSWER_QUESTION = "answering a question"
    ASK_SESSION_LIMIT = "asking Discord how many sessions may be begun"
    ATTACH_QUESTION = "attaching a whole question"
    BEGIN_ANEW = "beginning a new conversation"
    CALL_PEOPLE = "calling people to a conversation"
    CATCH_UP = "catching up"
    CHANGE_SETTINGS = "showing or changing the settings of a server"
    CHOOSE_LANGUAGE = "choosing a language"
    CLAIM_DISCLOSURE = "noting who was told that a machine answers"
    CONNECT = "connecting to Discord"
    COUNT_REQUEST = "looking up what was asked today"
    DOWNLOAD_FILE = "downloading a file of a question"
    EXPORT_MEMBER = "telling a member what is stored of them"
    FORGET_MEMBER = "removing what is stored of a member"
    FORGET_REQUESTS = "removing the counts of past days"
    HANDLE_COMMAND = "handling a command"
    HANDLE_COMPONENT = "handling a press on a control"
    HANDLE_EVENT = "handling an event"
    KEEP_QUIET = "keeping quiet where people help"
    LIST_ARCHIVED_THREADS = "looking for archived threads"
    LOAD_UNFINISHED_TURNS = "looking for turns that were left"
    LOCATE_REPLY = "looking for a reply from before"
    LOOK_UP_CONVERSATION = "looking up the conversation of a message"
    LOOK_UP_DIRECT_CHANNEL = "looking up a direct-message channel"
    LOOK_UP_MEMBER = "asking Discord for a member"
    LOOK_UP_OPT_OUTS = "looking up who has opted out"
    LOOK_UP_QUIET_TIMES = "looking where the bot keeps quiet"
    LOOK_UP_QUESTION = "looking up a question"
    LOOK_WHETHER_PAUSED = "looking whether the bot is paused"
    LOOK_UP_SOURCES = "looking up the sources of an answer"
    NOTE_FIRST_START = "noting the first start"
    NOTE_GUILDS = "noting which servers the bot is in"
    NOTE_LOCALE = "noting in which language a member uses Discord"
    NOTE_REACHED_LIMIT = "noting that a limit of the day is reached"
    NOTIFY_ASKER = "telling of a complete answer"
    LOOK_UP_SETTINGS = "looking up the settings of servers"
    OPEN_PRIVATE_THREAD = "opening a private thread"
    READ_MISSED = "reading what was missed"
    READ_SETTING = "reading a setting of a server"
    REMOVE_OLD_ROWS = "removing what is stored for too long"
    REMOVE_CHANNEL = "removing what is stored of a deleted channel"
    REMOVE_BUTTONS = "taking the buttons off an older reply"
    REMOVE_QUEUED_REACTION = "taking a mark off a question"
    RENEW_SHARD_LEASES = "renewing the lease of the shards"
    RENEW_LEASES = "renewing the lease of the turns"
    REQUEUE_TURN = "keeping a turn"
    RESOLVE_THREAD = "marking a thread as resolved"
    SAVE_ASKED = "noting a question as asked"
    SAVE_CONVERSATION_UID = "keeping a conversation_uid"
    SAVE_DESTINATION = "noting where a reply goes"
    SAVE_REPLY_MESSAGE = "noting a page of a reply"
    SAVE_SOURCES = "keeping the sources of an answer"
    SAVE_TURN_END = "noting how a turn ended"
    SAVE_TURN_STATE = "noting the state of a turn"
    SAVE_USAGE = "adding to what is counted of the day"
    SAVE_VOTE = "noting a vote on an answer"
    SAVE_WATERMARK = "noting what has been taken in"
    SHOW_NOTICE = "saying how a turn ended"
    SEND_HINT = "answering with a hint"
    SEARCH_MENTIONS = "searching for missed mentions"
    SHOW_PARTIAL_ANSWER = "showing what had come of an answer"
    SYNC_COMMANDS = "telling Discord the commands"
    TAKE_BACK_REQUEST = "counting a request no more that was not sent"
    TAKE_MESSAGE_IN = "taking a message in"
    TELL_FEEDBACK = "telling a channel for feedback of an answer"
    WAIT_TO_IDENTIFY = "waiting for other processes that connect to Discord"


class Outlook(enum.StrEnum):
    """What becomes of an operation that failed, where that is known."""

    RETRIED = "it is tried again"
    GIVEN_UP = "it is given up"
    LEFT_OUT = "it is left out"


@dataclass(frozen=True, slots=True)
class OperationFailed:
    """An operation failed; the bot goes on.

    `detail` says which one where there are many of a kind: a command's or an event's name, or the
    state of a turn. `outlook` is what becomes of it.
    """

    operation: Operation
    error: BaseException
    origin: Origin | None = None
    detail: str = ""
    outlook: Outlook | None = None
