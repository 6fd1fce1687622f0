// A collector for the tests of Tripod.Host: writes down what it is told, and misbehaves on request.
// Arguments: REPORT MODE TARGET-PID. MODE: good, mute (no Hello), hang (no Done), die (ends at a sample), stale (a wrong version).
// A mode with "-once" behaves so only in the first collector of a report; the next ones are good.
using System.Globalization;
using CaptureCollector;
using Tripod.Wire;

string path = args[0];
bool first = !File.Exists(path);
string mode = args[1].EndsWith("-once", StringComparison.Ordinal) ? first ? args[1][..^5] : "good" : args[1];
using var report = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start {args[2]} {Environment.ProcessId}"));
report.WriteLine("descriptors " + string.Join(' ', Wire.InheritedDescriptors()));
report.WriteLine("oom " + File.ReadAllText("/proc/self/oom_score_adj").Trim());
report.WriteLine("environment " + string.Join(' ', Wire.RuntimeVariables()));
using var wire = new Wire();
if (mode == "stale")
    Wire.Send(MessageType.Hello, 0, version: 999);
else if (mode != "mute")
    Wire.Send(MessageType.Hello, 0);
int memory = -1;
while (Wire.TryReceive(out Message message, out int descriptor))
{
    if (message.Type == MessageType.Twin)
    {
        memory = descriptor;
        continue;
    }
    report.WriteLine(Wire.Describe(message));
    if (message.Type != MessageType.Sample)
        continue;
    report.WriteLine(wire.Look(message, memory));
    if (mode == "die")
        return 1;
    if (mode != "hang")
        Wire.Send(MessageType.Done, message.Tick);
}
report.WriteLine("end");
return 0;
