using System.Text;
using Tripod.EndToEnd.Logs;

namespace Tripod.Benchmarks;

/// <summary>Counts the samples of a log that is being written, and reads each line once.</summary>
internal sealed class SampleCounter(string path) : IDisposable
{
    private readonly StreamReader _log = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
    private string _rest = "";
    private int _count;

    /// <summary>Complete samples by now.</summary>
    internal int Count()
    {
        string[] lines = (_rest + _log.ReadToEnd()).Split('\n');
        _rest = lines[^1];
        return _count += lines[..^1].Count(line => LineKinds.Footer().IsMatch(line));
    }

    public void Dispose() => _log.Dispose();
}
