-- wrk asks the paths of the file URLS in turn.
local paths, at = {}, 0
for line in io.lines(os.getenv("URLS")) do paths[#paths + 1] = line:sub(3) end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
