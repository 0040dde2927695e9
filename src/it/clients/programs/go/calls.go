// The eight calls with the Go client of openapi-generator.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"

	client "github.com/GIT_USER_ID/GIT_REPO_ID"
)

const epic = 1001

func call(name string, right func() (bool, error)) {
	ok, err := right()
	if ok {
		fmt.Println("right " + name)
	} else {
		fmt.Println("WRONG "+name, err)
	}
}

func refused(status int, words string, answer *http.Response, err error) (bool, error) {
	var told *client.GenericOpenAPIError
	return errors.As(err, &told) && answer.StatusCode == status && strings.HasPrefix(string(told.Body()), words), err
}

func main() {
	config := client.NewConfiguration()
	config.Servers = client.ServerConfigurations{{URL: os.Getenv("ALIGN_URL")}}
	to := context.WithValue(context.Background(), client.ContextAccessToken, os.Getenv("ALIGN_TOKEN"))
	epics := client.NewAPIClient(config).EpicsAPI
	call("list with $filter", func() (bool, error) {
		rows, _, err := epics.ListEpics(to).Filter("id le 1003").Execute()
		return len(rows) == 3, err
	})
	call("list with $select", func() (bool, error) {
		rows, _, err := epics.ListEpics(to).Select_("id,title").Top(2).Execute()
		return len(rows) == 2 && rows[0].HasTitle() && !rows[0].HasState(), err
	})
	call("get", func() (bool, error) {
		row, _, err := epics.GetEpic(to, epic).Execute()
		return row.GetId() == epic, err
	})
	call("create", func() (bool, error) {
		id, _, err := epics.CreateEpic(to).EpicWrite(*client.NewEpicWrite("Made by a client", 1)).Execute()
		return id > epic, err
	})
	call("patch", func() (bool, error) {
		title := "Patched"
		operation := client.NewJsonPatchOperation("replace", "/title")
		operation.SetValue(client.JsonPatchOperationValue{String: &title})
		if _, err := epics.PatchEpic(to, epic).JsonPatchOperation([]client.JsonPatchOperation{*operation}).Execute(); err != nil {
			return false, err
		}
		row, _, err := epics.GetEpic(to, epic).Execute()
		return row.GetTitle() == title, err
	})
	call("400", func() (bool, error) {
		_, answer, err := epics.ListEpics(to).Filter("id eq").Execute()
		return refused(400, "Cannot find epics.", answer, err)
	})
	call("404", func() (bool, error) {
		_, answer, err := epics.GetEpic(to, 999999999).Execute()
		return refused(404, "Cannot get epic with id 999999999.", answer, err)
	})
	call("429", func() (bool, error) {
		_, answer, err := epics.GetEpic(to, epic).Execute()
		return refused(429, "429 too many requests", answer, err)
	})
}
