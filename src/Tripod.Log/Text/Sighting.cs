using Tripod.Samples;

namespace Tripod.Log.Text;

/// <summary>The sample that printed a thread in full for the last time, and how the thread was then.</summary>
internal sealed record Sighting(ThreadStack Thread, long Number, DateTimeOffset Time);
