using System.Text.Json;
using Tripod.Samples;

namespace Tripod.Log.Json;

/// <summary>Writes chains of async methods, the innermost first.</summary>
internal sealed class ChainMembers(Utf8JsonWriter json, bool hasVariables)
{
    // Readers of JSON bound how deep it may go: what indexes it mostly at 20 levels.
    private const int DeepestBranch = 4;

    private readonly FrameMembers _frames = new(json);

    public void Write(AsyncChain chain) => Write(chain, 0);

    private void Write(AsyncChain chain, int depth)
    {
        json.WriteNumber("count", chain.Count);
        json.Text("waits_for", chain.WaitsFor);
        json.Text("join", chain.Join);
        json.Ids("blocked_threads", chain.BlockedThreads);
        _frames.Write(chain.Frames, hasVariables);
        json.Count("omitted_frames", chain.OmittedFrames);
        if (depth < DeepestBranch)
            json.Objects("branches", chain.Branches, branch => Write(branch, depth + 1));
        else
            json.Count("omitted_branches", chain.Branches.Count);
    }
}
