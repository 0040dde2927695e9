"""The records of the control API, generated from its description, GET /_emulator/openapi.json."""

from typing import TYPE_CHECKING, Any, Dict, List, Literal, TypedDict, Union

if TYPE_CHECKING:
    from typing_extensions import Required

# What a new sandbox is to be; everything may be left out, and every setting of a site is a key besides.
SandboxRequest = TypedDict(
    "SandboxRequest",
    {
        # Lower-case letters, digits and hyphens; one is made up when left out.
        "name": "str",
        # A shipped set (empty, minimal, demo), or records by collection.
        "fixtures": "Any",
        # Another sandbox whose records, tokens and settings it begins with.
        "from": "str",
        # A snapshot of that sandbox.
        "snapshot": "str",
        # Records besides.
        "seed": "Dict[str, Any]",
        # Faults from the beginning.
        "faults": "List[Fault]",
        # What it can be found and ended by.
        "labels": "Dict[str, str]",
        # How long it lives, by its own clock; for ever when left out.
        "timeToLive": "str",
        # A time at which its clock stands still; a running clock when left out.
        "clock": "str",
    },
    total=False,
)

# Calls that go wrong on purpose, and how.
Fault = TypedDict(
    "Fault",
    {
        # Which calls; all when left out.
        "match": "CallMatcher",
        # What happens to them.
        "effect": "Required[Effect]",
        # For people.
        "description": "str",
    },
    total=False,
)

# Which calls are meant; everything that is said has to hold, nothing said means all.
CallMatcher = TypedDict(
    "CallMatcher",
    {
        # A method, or several of which it is one, in any case.
        "method": "Union[Union[Literal['GET'], Literal['POST'], Literal['PUT'], Literal['PATCH'], Literal['DELETE'], Literal['HEAD'], Literal['OPTIONS']], List[Union[Literal['GET'], Literal['POST'], Literal['PUT'], Literal['PATCH'], Literal['DELETE'], Literal['HEAD'], Literal['OPTIONS']]]]",
        # The path in any case, with or without /rest/align/api/2 in front, the collection in the singular or the plural; * stands for one segment, ** at the end for the rest.
        "path": "str",
        # A regular expression that is found in the path as it was sent.
        "pathPattern": "str",
        # Options with their decoded values, with or without the dollar sign.
        "query": "Dict[str, Union[str, float, bool]]",
        # Headers with their values.
        "header": "Dict[str, Union[str, float, bool]]",
        # A part of the body that was sent.
        "bodyContains": "str",
        # JSON that the body holds, where objects may hold more.
        "bodyJson": "Any",
        # The answer's status, or its class such as 4xx; 0 is a closed connection.
        "status": "Union[str, float, bool]",
        # Whose token the call carries: a persona's name or a user's id; nobody for none.
        "persona": "Union[str, float, bool]",
        # The id of the user whose token the call carries; nobody for none.
        "user": "Union[str, float, bool]",
        # The number of the first call, or a time by the clock of the site.
        "from": "Union[int, str]",
        # The latest time by the clock of the site.
        "to": "str",
        # A rule that acted on the call.
        "rule": "Union[str, float, bool]",
        # JSON pointer of a field that was sent and did nothing.
        "ignored": "str",
        # A part of what the journal says about the fault that acted.
        "fault": "Union[str, float, bool]",
        # The only call, by its number.
        "nth": "int",
        # How many calls at most.
        "times": "int",
        # With which probability each call is chosen, above 0 and at most 1; the same calls at every run.
        "probability": "float",
        # Another choice of the same probability.
        "seed": "int",
    },
    total=False,
)

# Answers with a status and the body that the real server gives with it; nothing is read and nothing applied.
EffectStatus = TypedDict(
    "EffectStatus",
    {
                "type": "Required[Literal['status']]",
        # One of 400, 401, 403, 404, 405, 413, 415, 429, 500, 502, 503, 504.
        "code": "Required[int]",
    },
    total=False,
)

# Answers 429 with the real text, as if the address had made one call too many.
EffectTooManyRequests = TypedDict(
    "EffectTooManyRequests",
    {
                "type": "Required[Literal['tooManyRequests']]",
        # Seconds for the header Retry-After, 0 to 86400; left out, there is no such header.
        "retryAfter": "int",
        # Whether the address is really blocked from this call on.
        "block": "bool",
    },
    total=False,
)

# Lets the answer wait; the call itself runs at once.
EffectDelay = TypedDict(
    "EffectDelay",
    {
                "type": "Required[Literal['delay']]",
        # PT0.001S to PT1M in whole milliseconds.
        "duration": "Required[str]",
    },
    total=False,
)

# Lets the body of the answer trickle, a minute in all at most.
EffectDrip = TypedDict(
    "EffectDrip",
    {
                "type": "Required[Literal['drip']]",
        # Bytes of a piece, 1 to 1000000.
        "bytesPerChunk": "Required[int]",
        # Between two pieces, PT0.001S to PT10S in whole milliseconds.
        "pause": "Required[str]",
    },
    total=False,
)

# Closes the connection before anything is applied.
EffectCloseBefore = TypedDict(
    "EffectCloseBefore",
    {
                "type": "Required[Literal['closeBefore']]",
    },
    total=False,
)

# Closes the connection without an answer after the call was applied.
EffectCloseAfter = TypedDict(
    "EffectCloseAfter",
    {
                "type": "Required[Literal['closeAfter']]",
    },
    total=False,
)

# Sends the beginning of the body only, under the Content-Length of the whole; half of it when nothing is said.
EffectTruncatedBody = TypedDict(
    "EffectTruncatedBody",
    {
                "type": "Required[Literal['truncatedBody']]",
        # Bytes to send, from 0; the last one is never sent.
        "bytes": "int",
        # Part of the bytes to send, from 0 and less than 1; not beside bytes.
        "fraction": "float",
        # Whether the body goes in chunks, of which the last is missing, with Connection: close; some clients take the cut for the end.
        "chunked": "bool",
    },
    total=False,
)

# Breaks the end of a JSON body.
EffectMalformedJson = TypedDict(
    "EffectMalformedJson",
    {
                "type": "Required[Literal['malformedJson']]",
    },
    total=False,
)

# Adds a property to each object of the answer.
EffectExtraProperty = TypedDict(
    "EffectExtraProperty",
    {
                "type": "Required[Literal['extraProperty']]",
        # A key that the record does not have.
        "name": "Required[str]",
        # Any JSON.
        "value": "Required[Any]",
    },
    total=False,
)

# Gives a field of each object of the answer a value of another JSON type.
EffectWrongType = TypedDict(
    "EffectWrongType",
    {
                "type": "Required[Literal['wrongType']]",
        # A key as the API spells it.
        "field": "Required[str]",
    },
    total=False,
)

# Answers with the HTML page of a proxy that cannot pass the call on.
EffectProxyPage = TypedDict(
    "EffectProxyPage",
    {
                "type": "Required[Literal['proxyPage']]",
        # 400 to 599; 502 when left out.
        "code": "int",
    },
    total=False,
)

# Sends the client elsewhere.
EffectRedirect = TypedDict(
    "EffectRedirect",
    {
                "type": "Required[Literal['redirect']]",
        # An absolute URL.
        "location": "Required[str]",
        # 301, 302, 303, 307 or 308; 307 when left out.
        "code": "int",
    },
    total=False,
)

# Ends the token of the call: it and every later call with it is told 401.
EffectUnauthorizedFromNowOn = TypedDict(
    "EffectUnauthorizedFromNowOn",
    {
                "type": "Required[Literal['unauthorizedFromNowOn']]",
    },
    total=False,
)

# Makes calls of the control API before the call is answered as usual: somebody else changes the site.
EffectMeanwhile = TypedDict(
    "EffectMeanwhile",
    {
                "type": "Required[Literal['meanwhile']]",
        # 1 to 20 calls, in their order.
        "calls": "Required[List[EffectControlCall]]",
    },
    total=False,
)

EffectControlCall = TypedDict(
    "EffectControlCall",
    {
        # POST, PUT or DELETE.
        "method": "Required[Union[Literal['GET'], Literal['POST'], Literal['PUT'], Literal['PATCH'], Literal['DELETE'], Literal['HEAD'], Literal['OPTIONS']]]",
        # Below the sandbox.
        "path": "Required[str]",
        # What the call takes.
        "body": "Dict[str, Any]",
    },
    total=False,
)

# Brings fixtures into a site, all of them or nothing.
ImportRequest = TypedDict(
    "ImportRequest",
    {
        # merge, besides what is there, or replace; merge when left out.
        "mode": "str",
        # Records by collection.
        "fixtures": "Required[Dict[str, Any]]",
    },
    total=False,
)

# Moves the time of a site: one of advance and set, or frozen.
ClockChange = TypedDict(
    "ClockChange",
    {
        # How far it goes forward.
        "advance": "str",
        # What it shows from now on; not beside advance.
        "set": "str",
        # Whether it stands still from now on.
        "frozen": "bool",
    },
    total=False,
)

# Changes what the rate limit of a site is, or what it remembers.
RateLimitChange = TypedDict(
    "RateLimitChange",
    {
        # calls/seconds:seconds of the block, or off.
        "limit": "str",
        # An address that is blocked now.
        "block": "str",
        # An address whose calls and block are forgotten.
        "unblock": "str",
    },
    total=False,
)

# Settings of a site by their names on the command line, or in camel case.
SettingsChange = TypedDict(
    "SettingsChange",
    {
    },
    total=False,
)

# Asks whether calls were made.
VerifyRequest = TypedDict(
    "VerifyRequest",
    {
        # Which calls; all when left out.
        "matcher": "CallMatcher",
        # How many: a number, or {"atLeast": 1, "atMost": 2}; at least one when left out.
        "count": "VerifyRequestCount",
        # How long to wait for calls that are still to come, up to PT1M of real time.
        "timeout": "str",
    },
    total=False,
)

# Whose token is generated; with a scope or an end it is one of Atlassian's sign-on, which goes with an email.
TokenRequest = TypedDict(
    "TokenRequest",
    {
        # Id of the user.
        "userId": "Required[int]",
        # What its holder may do at all.
        "scope": "Any",
        # When it is worth nothing any more, by the site's clock.
        "expires": "str",
    },
    total=False,
)

# A sandbox: where it is, and whose tokens work there.
SandboxInfo = TypedDict(
    "SandboxInfo",
    {
        # Stands in X-Align-Sandbox and in <name>.localhost.
        "name": "Required[str]",
        # What a client is given in place of https://<site>.jiraalign.com.
        "baseUrl": "Required[str]",
        # Where its REST API begins.
        "apiUrl": "Required[str]",
        # A token of each persona by its name.
        "tokens": "Required[Dict[str, str]]",
        # When it began, by its own clock.
        "created": "Required[str]",
        # When it ends, by its own clock; left out for never.
        "expires": "str",
        # When a call came last, by its own clock.
        "lastUsed": "Required[str]",
        # What was written on it to find it by.
        "labels": "Required[Dict[str, str]]",
    },
    total=False,
)

# A state that was kept.
SnapshotInfo = TypedDict(
    "SnapshotInfo",
    {
        # Under which it was kept.
        "name": "Required[str]",
        # When, by the clock of the site.
        "taken": "Required[str]",
        # How many records differ from the beginning in it.
        "changes": "Required[int]",
    },
    total=False,
)

# A record that differs from the beginning, or from a snapshot.
Change = TypedDict(
    "Change",
    {
        # Name of the resource, such as Epic.
        "resource": "Required[str]",
        # Of the record.
        "id": "Required[int]",
        # created, changed or removed.
        "kind": "Required[str]",
        # The fields that differ; of a record that came or went what it holds.
        "fields": "Required[Dict[str, ChangeValues]]",
    },
    total=False,
)

# A field before and after, as the REST API prints it.
ChangeValues = TypedDict(
    "ChangeValues",
    {
        # Left out for a record that came.
        "before": "Any",
        # Left out for a record that went.
        "after": "Any",
    },
    total=False,
)

# The ids of what was brought in, by collection, in the order of the records.
ImportRequestResult = TypedDict(
    "ImportRequestResult",
    {
        # By collection.
        "ids": "Required[Dict[str, List[int]]]",
    },
    total=False,
)

# What must not be in a site.
IntegrityReport = TypedDict(
    "IntegrityReport",
    {
        # Whether there is nothing.
        "whole": "Required[bool]",
        # What there is.
        "findings": "Required[List[IntegrityReportFinding]]",
    },
    total=False,
)

# Something that must not be.
IntegrityReportFinding = TypedDict(
    "IntegrityReportFinding",
    {
        # Name of the resource.
        "resource": "Required[str]",
        # Of the record; 0 when it is about the table.
        "id": "Required[int]",
        # Empty when it is about the record or the table.
        "field": "Required[str]",
        # What is wrong.
        "sentence": "Required[str]",
    },
    total=False,
)

# The time of a site.
ClockState = TypedDict(
    "ClockState",
    {
        # What it shows.
        "now": "Required[str]",
        # Whether it stands still.
        "frozen": "Required[bool]",
    },
    total=False,
)

# The rate limit of a site and what it remembers.
RateLimitState = TypedDict(
    "RateLimitState",
    {
        # calls/seconds:seconds of the block, or off.
        "limit": "Required[str]",
        # What is remembered of each address.
        "addresses": "Required[List[RateLimitStateAddress]]",
    },
    total=False,
)

# What is remembered of an address.
RateLimitStateAddress = TypedDict(
    "RateLimitStateAddress",
    {
        # Of the client.
        "address": "Required[str]",
        # That count against the limit now.
        "calls": "Required[int]",
        # Whether its calls are answered 429.
        "blocked": "Required[bool]",
        # For how long still; PT0S for not at all.
        "blockedFor": "Required[str]",
    },
    total=False,
)

# Exchanges of the journal.
ExchangePage = TypedDict(
    "ExchangePage",
    {
        # Calls since the beginning or the last clearing.
        "total": "Required[int]",
        # How many of them are no longer kept.
        "dropped": "Required[int]",
        # How many that are kept meet the conditions.
        "matched": "Required[int]",
        # Those of the page.
        "requests": "Required[List[Exchange]]",
    },
    total=False,
)

# One call of the REST API and its answer; credentials are masked.
Exchange = TypedDict(
    "Exchange",
    {
        # Counts from 1 in the order in which answers were ready.
        "number": "Required[int]",
        # When the call came in, by the clock of the site.
        "time": "Required[str]",
        # Until the answer was ready, by the clock of the site.
        "duration": "Required[str]",
        # Name of the sandbox.
        "sandbox": "Required[str]",
        # Whose token the call carried; left out when it is nobody's.
        "user": "ExchangeUser",
        # What was asked.
        "request": "Required[ExchangeRequest]",
        # What was answered.
        "response": "Required[ExchangeResponse]",
        # Rules that acted on the call.
        "rules": "Required[List[str]]",
        # JSON pointers of the fields that were sent and did nothing.
        "ignored": "Required[List[str]]",
        # Rules that were followed and may surprise: what was sent was read more leniently, or otherwise, than it looks.
        "notes": "Required[List[str]]",
        # What went wrong on purpose; left out for nothing.
        "fault": "str",
    },
    total=False,
)

# A user whose token a call carries.
ExchangeUser = TypedDict(
    "ExchangeUser",
    {
        # Id of the user.
        "id": "Required[int]",
        # What fixtures call the user.
        "persona": "Required[str]",
    },
    total=False,
)

# What was asked.
ExchangeRequest = TypedDict(
    "ExchangeRequest",
    {
        # As sent.
        "method": "Required[str]",
        # As sent, not decoded.
        "path": "Required[str]",
        # As sent, without the question mark.
        "query": "Required[str]",
        # In their order.
        "headers": "Required[List[ExchangeHeader]]",
        # Bytes of the body; left out for none.
        "bodyLength": "int",
        # Whether the journal keeps the beginning only.
        "bodyTruncated": "bool",
        # JSON as JSON where it is whole, other text as text.
        "body": "Any",
        # A body that is no text, in Base64.
        "bodyBase64": "str",
    },
    total=False,
)

# A header; a name may stand several times.
ExchangeHeader = TypedDict(
    "ExchangeHeader",
    {
        # As sent.
        "name": "Required[str]",
        # Masked where it is a credential.
        "value": "Required[str]",
    },
    total=False,
)

# What was answered.
ExchangeResponse = TypedDict(
    "ExchangeResponse",
    {
        # 0 when the connection was closed instead.
        "status": "Required[int]",
        # In their order.
        "headers": "Required[List[ExchangeHeader]]",
        # Bytes of the body; left out for none.
        "bodyLength": "int",
        # Whether the journal keeps the beginning only.
        "bodyTruncated": "bool",
        # JSON as JSON where it is whole, other text as text.
        "body": "Any",
        # A body that is no text, in Base64.
        "bodyBase64": "str",
        # Ids of the records of a list, in their order, where the journal keeps the beginning of the body only.
        "ids": "List[int]",
    },
    total=False,
)

# Whether calls were made as often as expected.
VerifyResult = TypedDict(
    "VerifyResult",
    {
        # Whether they were.
        "verified": "Required[bool]",
        # The same for people, with what differs.
        "text": "Required[str]",
        # How many such calls there are.
        "count": "Required[int]",
        # Their numbers.
        "matched": "List[int]",
        # When there are too few: the calls that come closest.
        "nearMisses": "List[VerifyResultNearMiss]",
    },
    total=False,
)

# A call that is not meant, and why not.
VerifyResultNearMiss = TypedDict(
    "VerifyResultNearMiss",
    {
        # Of the exchange.
        "number": "Required[int]",
        # The exchange on one line.
        "call": "Required[str]",
        # One line a condition that does not hold.
        "differences": "Required[List[str]]",
    },
    total=False,
)

# A fault of a sandbox.
FaultInfo = TypedDict(
    "FaultInfo",
    {
        # Counts from 1.
        "id": "Required[int]",
        # Which calls.
        "match": "Required[CallMatcher]",
        # What happens to them.
        "effect": "Required[Effect]",
        # For people.
        "description": "str",
        # Calls that met its conditions, but for the choice among them.
        "matches": "Required[int]",
        # Calls that it acted on.
        "hits": "Required[int]",
    },
    total=False,
)

# A token and whose it is.
TokenInfo = TypedDict(
    "TokenInfo",
    {
        # Goes into the header Authorization; one with a scope by Basic, behind the user's email and a colon.
        "token": "Required[str]",
        # Id of the user.
        "userId": "Required[int]",
        # What its holder may do at all; only of a token of Atlassian's sign-on.
        "scope": "Any",
        # When it is worth nothing any more; nothing for never.
        "expires": "str",
    },
    total=False,
)

# What a call would be told, and why.
AccessExplanation = TypedDict(
    "AccessExplanation",
    {
        # Id of the user.
        "user": "Required[int]",
        # As asked.
        "verb": "Required[str]",
        # As asked.
        "path": "Required[str]",
        # allowed, forbidden, invisible, ....
        "decision": "Required[str]",
        # Of the answer; left out where it depends on what is sent.
        "status": "int",
        # The rule that decides.
        "rule": "Required[str]",
        # A sentence.
        "reason": "Required[str]",
        # What the role of the user lacks.
        "missingToggles": "Required[List[str]]",
        # Teams of which any would be enough; the first hundred.
        "missingMemberships": "Required[List[AccessExplanationMembership]]",
    },
    total=False,
)

# A team that the user is no member of.
AccessExplanationMembership = TypedDict(
    "AccessExplanationMembership",
    {
        # Of the team.
        "teamId": "Required[int]",
        # Of the team.
        "teamName": "Required[str]",
    },
    total=False,
)

# A rule that is only assumed of the real site and had a say in calls of the sandbox.
ReliedOn = TypedDict(
    "ReliedOn",
    {
        # Its id.
        "rule": "Required[str]",
        # How it is known: U, F or I; GET /_emulator/fidelity tells what the letters mean.
        "evidence": "Required[str]",
        # What it says.
        "says": "Required[str]",
        # How many calls it had a say in.
        "calls": "Required[int]",
        # What switches it off, for example LIFE-09=off; empty where nothing does.
        "switchedBy": "Required[str]",
    },
    total=False,
)

# What the calls of a sandbox say until now of the client that made them, by the requirements of the conformance suite.
ClientVerdicts = TypedDict(
    "ClientVerdicts",
    {
        # Version of the suite.
        "version": "Required[int]",
        # Why nothing can be said of the client; empty when something can.
        "unjudged": "Required[str]",
        # Remarks on what was judged, a sentence each.
        "remarks": "Required[List[str]]",
        # Ids of the requirements that the client does not meet.
        "failed": "Required[List[str]]",
        # Every requirement, in the order of the suite.
        "verdicts": "Required[List[ClientVerdictsVerdict]]",
    },
    total=False,
)

# How a client does by one requirement.
ClientVerdictsVerdict = TypedDict(
    "ClientVerdictsVerdict",
    {
        # Permanent id of the requirement.
        "id": "Required[str]",
        # How much depends on it: MUST, SHOULD or MAY.
        "level": "Required[str]",
        # What a client has to do, in one sentence.
        "says": "Required[str]",
        # The rule of the site that makes it so.
        "rule": "Required[str]",
        # passed, failed, or not exercised: nothing happened that it speaks of.
        "state": "Required[str]",
        # Where it is not met.
        "failures": "Required[List[ClientVerdictsFailure]]",
    },
    total=False,
)

# Where a requirement is not met.
ClientVerdictsFailure = TypedDict(
    "ClientVerdictsFailure",
    {
        # What was expected and what was found.
        "expected": "Required[str]",
        # The exchanges that show it, as text.
        "calls": "Required[List[str]]",
    },
    total=False,
)

Effect = Union[EffectStatus, EffectTooManyRequests, EffectDelay, EffectDrip, EffectCloseBefore, EffectCloseAfter, EffectTruncatedBody, EffectMalformedJson, EffectExtraProperty, EffectWrongType, EffectProxyPage, EffectRedirect, EffectUnauthorizedFromNowOn, EffectMeanwhile]

# How many calls.
VerifyRequestCount = Union[int, Dict[str, int]]
