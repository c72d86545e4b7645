-- For wrk: every request is for a page of a meetup, of one after the other, in one language and in the other.
-- Arguments: a word that is not used here, then the ids of the meetups.

function init(arguments)
  table.remove(arguments, 1)
  requests = {}
  for i, id in ipairs(arguments) do
    for j, language in ipairs({ "en-GB,en;q=0.9", "de-DE,de;q=0.9" }) do
      local headers = { ["Accept"] = "text/html", ["Accept-Language"] = language }
      requests[#requests + 1] = wrk.format("GET", "/meetups/" .. id, headers)
    end
  end
  count = 0
end

function request()
  count = count + 1
  return requests[count % #requests + 1]
end

-- One line for the program that started us.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("result %d %d %d %d %d %d %d\n",
    summary.duration, summary.requests, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), os.clock() * 1e6))
end
