using System.Text.Json;
using Tripod.Log.Text;
using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>Writes threads.</summary>
internal sealed class ThreadMembers(Utf8JsonWriter json)
{
    private readonly FrameMembers _frames = new(json);

    /// <summary>Who the thread is, what it does, and where.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="first">The sample since which it has not moved; null if it has.</param>
    public void Write(ThreadStack thread, Sighting? first)
    {
        WriteThread(thread, first);
        if (!thread.IsIdle) // nothing of the author's is on its stack
            _frames.Write(thread.Frames, hasVariables: false);
    }

    /// <summary>The same with variables; without frames if nothing has changed.</summary>
    public void WriteWithVariables(ThreadStack thread, Sighting? first)
    {
        WriteThread(thread, first);
        if (first is not null)
            return;
        _frames.Write(thread.Frames, hasVariables: true);
        _frames.Write(thread.Statics);
        if (thread.Exception is { } exception)
            json.Text("exception", FrameMembers.TextOf(exception));
    }

    /// <summary>For what the thread waits.</summary>
    public void WriteWait(ThreadStack thread) => json.Object("thread", () =>
    {
        json.WriteNumber("managed_id", thread.ManagedId);
        json.Text("waiting_in", thread.WaitingIn);
        if (thread.Wait is { } wait)
            json.Object("wait", () => Write(wait));
    });

    /// <summary>The members of the sample since which something has not changed.</summary>
    public static void WriteUnchanged(Utf8JsonWriter json, long number, DateTimeOffset time) => json.Object("unchanged_since", () =>
    {
        json.WriteNumber("sample", number);
        json.Text("time", Terms.Instant(time));
    });

    private void WriteThread(ThreadStack thread, Sighting? first) => json.Object("thread", () =>
    {
        json.WriteNumber("managed_id", thread.ManagedId);
        json.Text("kind", Name(thread.Kind));
        json.Text("activity", Name(thread.Activity));
        json.Text("waiting_in", thread.WaitingIn);
        if (thread.Wait is { } wait)
            json.Object("wait", () => Write(wait));
        json.Milliseconds("wait_limit_ms", thread.WaitLimit);
        if (thread.Processor is { } use)
            json.WriteNumber("cpu", Math.Round(use.Share, 4));
        json.Flag("idle", thread.IsIdle);
        json.Text("problem", thread.Problem);
        json.Count("omitted_frames", thread.OmittedFrames);
        if (first is not null)
            WriteUnchanged(json, first.Number, first.Time);
    });

    private void Write(ThreadWait wait)
    {
        json.Text("what", wait.What);
        json.Objects("parts", wait.Parts, part =>
        {
            json.Text("what", part.What);
            json.WriteNumber("count", part.Count);
        });
        json.Text("state", wait.State);
        json.Flag("endless", wait.IsEndless);
        if (wait.Holder is { } holder)
            json.Object("holder", () =>
            {
                json.WriteNumber("managed_id", holder);
                json.Text("name", wait.HolderName);
            });
    }

    private static string Name(ThreadKind kind) => kind switch
    {
        ThreadKind.Main => "main",
        ThreadKind.Background => "background",
        ThreadKind.Pool => "pool",
        ThreadKind.Finalizer => "finalizer",
        ThreadKind.Gc => "gc",
        _ => "foreground",
    };

    private static string Name(ThreadActivity activity) => activity switch
    {
        ThreadActivity.Running => "running",
        ThreadActivity.Waiting => "waiting",
        _ => "unknown",
    };
}
