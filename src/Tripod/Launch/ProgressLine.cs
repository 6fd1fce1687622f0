using Tripod.Native;
using Tripod.Samples;

namespace Tripod.Launch;

/// <summary>A line that tells a person at a terminal what takes so long, and is gone before the target starts.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Longest = 60; // so that it does not wrap: only one line can be erased
    private const string Erase = "\r\e[K"; // ECMA-48: carriage return, erase in line

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ManualResetEventSlim _done = new();
    private readonly Thread _thread;
    private readonly string _text;

    private ProgressLine(string text)
    {
        string safe = Escape.Text(text);
        _text = safe.Length > Longest ? safe[..Longest] : safe;
        _thread = new Thread(Show) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Shows a text after a second; null where nobody would see it.</summary>
    public static ProgressLine? Start(string text) => Terminal.IsOnStandardError ? new ProgressLine(text) : null;

    public void Dispose()
    {
        _done.Set();
        _thread.Join();
        _done.Dispose();
    }

    private void Show()
    {
        if (_done.Wait(Patience))
            return;
        StandardError.Write($"[Tripod] {_text}…");
        _done.Wait();
        StandardError.Write(Erase);
    }
}
