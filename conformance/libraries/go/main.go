// A client that makes one HTTP call for each task and decides nothing: what shows is what net/http decides.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"
)

type task struct {
	Operation string                 `json:"operation"`
	Resource  string                 `json:"resource"`
	ID        int                    `json:"id"`
	Record    map[string]interface{} `json:"record"`
	Changes   map[string]interface{} `json:"changes"`
	Tasks     []task                 `json:"tasks"`
}

func send(method, url, contentType string, body []byte) (int, []byte, error) {
	seconds, _ := strconv.ParseFloat(os.Getenv("ALIGN_TIMEOUT"), 64)
	client := http.Client{Timeout: time.Duration(seconds * float64(time.Second))}
	var reader io.Reader
	if body != nil {
		reader = bytes.NewReader(body)
	}
	request, err := http.NewRequest(method, url, reader)
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ALIGN_TOKEN"))
	if body != nil {
		request.Header.Set("Content-Type", contentType)
	}
	response, err := client.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	return response.StatusCode, answer, err
}

func call(t task) (int, []byte, error) {
	url := os.Getenv("ALIGN_URL") + "/rest/align/api/2/" + t.Resource
	item := fmt.Sprintf("%s/%d", url, t.ID)
	switch t.Operation {
	case "list":
		return send("GET", url, "", nil)
	case "get":
		return send("GET", item, "", nil)
	case "delete":
		return send("DELETE", item, "", nil)
	case "create":
		body, _ := json.Marshal(t.Record)
		return send("POST", url, "application/json", body)
	default:
		operations := []map[string]interface{}{}
		for field, value := range t.Changes {
			operations = append(operations, map[string]interface{}{"op": "replace", "path": "/" + field, "value": value})
		}
		body, _ := json.Marshal(operations)
		return send("PATCH", item, "application/json-patch+json", body)
	}
}

func report(t task) map[string]interface{} {
	began := time.Now()
	made := map[string]interface{}{"ok": false}
	status, body, err := call(t)
	if err != nil {
		made["message"] = err.Error()
	} else if status < 200 || status > 299 {
		made["status"] = status
		made["message"] = string(body)
	} else if t.Operation == "delete" || t.Operation == "patch" {
		made["ok"] = true
	} else {
		var value interface{}
		if err := json.Unmarshal(body, &value); err != nil {
			made["message"] = err.Error()
		} else {
			if object, isObject := value.(map[string]interface{}); isObject && t.Operation == "create" {
				value = object["id"]
			} else if _, isList := value.([]interface{}); isList && t.Operation == "create" {
				value = -1 // what the library calls a success stays one
			}
			made["ok"] = true
			made["value"] = value
		}
	}
	made["took"] = time.Since(began).Seconds()
	return made
}

func main() {
	var t task
	if err := json.Unmarshal([]byte(os.Getenv("ALIGN_TASK")), &t); err != nil {
		panic(err)
	}
	var printed interface{} = nil
	if t.Operation == "batch" {
		results := []map[string]interface{}{}
		for _, each := range t.Tasks {
			results = append(results, report(each))
		}
		printed = map[string]interface{}{"results": results}
	} else {
		printed = report(t)
	}
	text, _ := json.Marshal(printed)
	fmt.Println(string(text))
}
