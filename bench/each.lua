-- a question that is never the same twice, so that no answer is kept
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, wrk.path .. (wrk.path:find("?") and "&" or "?") .. "x=" .. n)
end
