-- another title each time
wrk.method = "PATCH"
wrk.headers["Content-Type"] = "application/json-patch+json"
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, '[{"op":"replace","path":"/title","value":"Title ' .. n .. '"}]')
end
