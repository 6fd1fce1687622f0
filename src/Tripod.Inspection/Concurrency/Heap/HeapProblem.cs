namespace Tripod.Inspection.Concurrency.Heap;

/// <summary>Why a scan of the heap is incomplete, in words for the log.</summary>
internal static class HeapProblem
{
    public const string Time = "there was no time to look through the whole heap";
    public const string Unreadable = "the heap could not be read to its end";
}
