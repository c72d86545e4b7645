-- For wrk: every request is another person's RSVP, to one meetup after the other.
-- Arguments: a word that no other round has, then the ids of the meetups.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(arguments)
  round = table.remove(arguments, 1)
  paths = {}
  for i, id in ipairs(arguments) do
    paths[i] = "/api/meetups/" .. id .. "/rsvps"
  end
  headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json" }
  count = 0
end

function request()
  count = count + 1
  local who = round .. "-" .. number .. "-" .. count
  local body = '{"name":"Ada Guest","email":"ada.' .. who .. '@example.org","guests":0,"locale":"en"}'
  return wrk.format("POST", paths[count % #paths + 1], headers, body)
end

-- One line for the program that started us.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("result %d %d %d %d %d %d %d\n",
    summary.duration, summary.requests, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), os.clock() * 1e6))
end
