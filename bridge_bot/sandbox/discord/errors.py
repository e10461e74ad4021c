"""Discord's errors: an HTTP status, a code of its own, and sometimes which field is wrong.

Codes and messages are those of Discord's documentation ("Opcodes and Status Codes"), which does not
give the HTTP status that comes with a code: those are as reported by bots (for 40058 also the
message), and the 403 of 160005 and the 404 of 10087 are guesses. A client does well to go by the
code.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_KNOWN: dict[int, tuple[int, str]] = {
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10014: (404, "Unknown Emoji"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    10087: (404, "Unknown tag"),
    20016: (429, "This action cannot be performed due to slowmode rate limit."),
    30032: (400, "Maximum number of application commands reached (100)"),
    40005: (413, "Request entity too large"),
    40058: (
        403,
        "Cannot message this thread until after the post author has sent an initial message.",
    ),
    40060: (400, "Interaction has already been acknowledged"),
    40094: (400, "This interaction has reached the maximum number of follow-up messages"),
    40067: (400, "A tag is required to create a forum post in this channel"),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (403, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    160002: (403, "Cannot reply without permission to read message history"),
    160004: (400, "A thread has already been created for this message"),
    160005: (403, "This thread is locked"),
    160006: (400, "Maximum number of active threads reached"),
    200000: (400, "Message was blocked by automatic moderation"),
    200001: (400, "Title was blocked by automatic moderation"),
    240000: (400, "Message blocked by harmful links filter"),
}

_REASONS = {
    "APPLICATION_COMMANDS_DUPLICATE_NAME": "Application command names must be unique",
    "APPLICATION_COMMAND_INVALID_NAME": "Command name is invalid",
    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS": "Option name already exists in this command",
    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID": (
        "Required options must be placed before non-required options"
    ),
    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID": (
        "Sub-command and sub-command group option types are mutually exclusive to all other types"
    ),
    "BASE_TYPE_REQUIRED": "This field is required",
    "BOOLEAN_TYPE_CONVERT": "Must be either true or false.",
    "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED": "A custom id is required",
    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE": (
        "A custom id and url cannot both be specified"
    ),
    "BUTTON_COMPONENT_INVALID_EMOJI": "Invalid emoji",
    "BUTTON_COMPONENT_URL_REQUIRED": "A url is required",
    "COMPONENT_CUSTOM_ID_DUPLICATED": "Component custom id cannot be duplicated",
    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED": (
        "The total displayable text size exceeds the maximum size of 4000"
    ),
    "COMPONENT_ID_DUPLICATED": "Component id cannot be duplicated",
    "COMPONENT_LAYOUT_WIDTH_EXCEEDED": "The specified component exceeds the maximum width",
    "DICT_TYPE_CONVERT": "Only dictionaries may be used",
    "INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE": "Invalid response type",
    "LIST_TYPE_CONVERT": "Only iterables may be used",
    "MAX_EMBED_SIZE_EXCEEDED": "Embed size exceeds maximum size of 6000",
    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2": (
        "The fields content and embeds cannot be used with MessageFlags.IS_COMPONENTS_V2"
    ),
    "MESSAGE_REFERENCE_UNKNOWN_MESSAGE": "Unknown message",
    "NUMBER_TYPE_MAX": "int value should be less than or equal to 100.",
    "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE": "Cannot reply to a system message",
    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED": "The specified option value is already used",
    "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES": (
        "The specified number of default values exceeds the specified maximum values"
    ),
    "SET_TYPE_ALREADY_CONTAINS_VALUE": "The set already contains this value",
    "STRING_TYPE_CONVERT": "Could not interpret value as string.",
    "URL_TYPE_INVALID_URL": "Not a well formed URL.",
}
"""What is wrong with a field of a form (50035), and in which words."""


class DiscordError(Exception):
    """Discord refuses a request; `body()` is the JSON of its response."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        errors: Json | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(f"{status} ({code}): {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.retry_after_s = retry_after_s

    def body(self) -> Json:
        """The JSON of the response."""
        body: Json = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        if self.retry_after_s is not None:
            body |= {"retry_after": self.retry_after_s, "global": False}
        return body


def discord_error(code: int, *, retry_after_s: float | None = None) -> DiscordError:
    """The error that Discord's documentation lists under `code`."""
    status, message = _KNOWN[code]
    return DiscordError(status, code, message, retry_after_s=retry_after_s)


class FormErrors:
    """What is wrong with the fields of a form. Discord tells all of it at once, as 50035."""

    def __init__(self) -> None:
        self.tree: Json = {}
        """The errors as the response has them."""

    def add(self, path: str, reason: str, message: str | None = None) -> None:
        """Add an error at `path`, whose steps are separated by dots (`embeds.0.title`).

        `message` is needed for a reason that is not in `_REASONS`.
        """
        place = self.tree
        for step in path.split("."):
            place = place.setdefault(step, {})
        error = {"code": reason, "message": message or _REASONS[reason]}
        place.setdefault("_errors", []).append(error)

    def refuse(self) -> None:
        """Raise 50035 if anything is wrong."""
        if self.tree:
            raise DiscordError(400, 50035, "Invalid Form Body", errors=self.tree)


def invalid_form_body(path: str, reason: str, message: str | None = None) -> DiscordError:
    """50035 with one error; for `path` and `message` see `FormErrors.add`."""
    found = FormErrors()
    found.add(path, reason, message)
    return DiscordError(400, 50035, "Invalid Form Body", errors=found.tree)


def below(step: str, error: DiscordError) -> DiscordError:
    """The same error for a form that is the field `step` of another one."""
    if error.errors is None:
        return error
    return DiscordError(error.status, error.code, error.message, errors={step: error.errors})


def too_long(path: str, limit: int) -> DiscordError:
    """50035 for a text over its limit, counted in Unicode code points."""
    return invalid_form_body(path, "BASE_TYPE_MAX_LENGTH", f"Must be {limit} or fewer in length.")


def bad_length(path: str, least: int, most: int) -> DiscordError:
    """50035 for a text that is shorter or longer than it may be."""
    return invalid_form_body(
        path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length."
    )


def required(path: str) -> DiscordError:
    """50035 for a field that is missing."""
    return invalid_form_body(path, "BASE_TYPE_REQUIRED")
