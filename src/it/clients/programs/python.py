"""The eight calls with the Python client of openapi-generator."""

import os

import openapi_client
from openapi_client.models import EpicWrite, JsonPatchOperation, JsonPatchOperationValue

EPIC = 1001
config = openapi_client.Configuration(host=os.environ["ALIGN_URL"], access_token=os.environ["ALIGN_TOKEN"])
epics = openapi_client.EpicsApi(openapi_client.ApiClient(config))


def call(name, right):
    try:
        print(("right " if right() else "WRONG ") + name)
    except Exception as e:
        print(f"WRONG {name}: {e!r}")


def refused(status, words, made):
    try:
        made()
    except openapi_client.ApiException as e:
        return e.status == status and e.body.startswith(words)
    return False


def selected():
    rows = epics.list_epics(select="id,title", top=2)
    return len(rows) == 2 and rows[0].title and rows[0].state is None


def patched():
    operation = JsonPatchOperation(op="replace", path="/title", value=JsonPatchOperationValue("Patched"))
    epics.patch_epic(EPIC, [operation])
    return epics.get_epic(EPIC).title == "Patched"


call("list with $filter", lambda: len(epics.list_epics(filter="id le 1003")) == 3)
call("list with $select", selected)
call("get", lambda: epics.get_epic(EPIC).id == EPIC)
call("create", lambda: epics.create_epic(EpicWrite(title="Made by a client", primaryProgramId=1)) > EPIC)
call("patch", patched)
call("400", lambda: refused(400, "Cannot find epics.", lambda: epics.list_epics(filter="id eq")))
call("404", lambda: refused(404, "Cannot get epic with id 999999999.", lambda: epics.get_epic(999999999)))
call("429", lambda: refused(429, "429 too many requests", lambda: epics.get_epic(EPIC)))
