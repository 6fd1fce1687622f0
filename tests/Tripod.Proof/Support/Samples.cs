using System;
using System.IO;

namespace Proof;

/// <summary>Reads how far the log has come, into which samples of this very process are written.</summary>
static class Samples
{
    private static readonly object Gate = new();
    private static StreamReader? _log;
    private static int _count;

    /// <summary>How many samples are in the log so far.</summary>
    public static int Count()
    {
        lock (Gate)
        {
            _log ??= Open();
            // a line that was not complete yet is missed, and one sample more is waited for
            while (_log.ReadLine() is { } line)
                if (line.StartsWith("Sample ", StringComparison.Ordinal))
                    _count++;
            return _count;
        }
    }

    // Tripod creates it before it starts the program
    private static StreamReader Open() => new(new FileStream(
        Directory.GetFiles(Environment.GetEnvironmentVariable("PROOF_LOG")!)[0], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
}
