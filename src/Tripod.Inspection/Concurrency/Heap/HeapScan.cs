using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;
using Tripod.Inspection.Memory;
using Tripod.Inspection.Values;

namespace Tripod.Inspection.Concurrency.Heap;

/// <summary>
/// Steps from object to object through the twin's heap, in large reads and with one look-up an object: ClrMD's
/// enumeration takes eight times as long. Objects lie one behind the other, but for the allocation contexts: each
/// thread's room for new objects, at whose used end the next object is a minimal one behind the room's limit
/// (gc_heap::walk_heap_per_heap in gc.cpp). Large, pinned and frozen objects are left out: no task is one.
/// </summary>
internal sealed class HeapScan(TwinReader reader, HeapTypes types, TypeCatalog catalog)
{
    /// <summary>A method table, and the length of an array.</summary>
    private const int LongestHead = 16;

    /// <summary>The smallest object (MIN_OBJECT_SIZE).</summary>
    private const uint LeastSize = 24;

    private const ulong MarkBits = 7;
    private const int BufferSize = 512 << 10;
    private const int Slots = 1 << 12;

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly (ulong MethodTable, HeapType? Type)[] _recent = new (ulong, HeapType?)[Slots];
    private int _flagsOffset;

    /// <summary>Looks for tasks and boxes, and what threads may wait for.</summary>
    /// <param name="heap">The heap as ClrMD sees it in this sample; no collection may be running.</param>
    /// <param name="time">How long it may take.</param>
    public HeapObjects Run(ClrHeap heap, TimeSpan time)
    {
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        Array.Clear(_recent);
        types.BeginSample();
        var found = new HeapObjects();
        MemoryRange[] rooms = [.. heap.EnumerateAllocationContexts().OrderBy(room => room.Start)];
        // young objects first, should there be no time for all: most of what is pending is young
        foreach (ClrSegment segment in heap.Segments.OrderBy(segment => segment.Kind is GCSegmentKind.Generation2))
            if (segment.Kind is not (GCSegmentKind.Large or GCSegmentKind.Pinned or GCSegmentKind.Frozen) && found.Problem is not HeapProblem.Time)
                Scan(segment.ObjectRange, rooms, end, found);
        return found;
    }

    private void Scan(MemoryRange range, MemoryRange[] rooms, long end, HeapObjects found)
    {
        ulong address = range.Start, bufferStart = 0;
        int length = 0, room = Array.FindIndex(rooms, room => room.Start >= range.Start);
        while (address + LongestHead <= range.End)
        {
            for (; room >= 0 && room < rooms.Length && rooms[room].Start <= address; room++)
                if (rooms[room].Start == address)
                    address = rooms[room].End + LeastSize;
            if (address + LongestHead > range.End)
                return;
            if (address < bufferStart || address + LongestHead > bufferStart + (ulong)length)
            {
                bufferStart = address;
                length = Stopwatch.GetTimestamp() > end ? 0 : reader.ReadOnce(address, _buffer.AsSpan(0, (int)Math.Min(BufferSize, range.End - address)));
                if (length < LongestHead)
                {
                    found.Problem = length == 0 && Stopwatch.GetTimestamp() > end ? HeapProblem.Time : HeapProblem.Unreadable;
                    return;
                }
            }
            if (!TryStep(address, _buffer.AsSpan((int)(address - bufferStart), length - (int)(address - bufferStart)), found, out ulong size))
            {
                found.Problem = HeapProblem.Unreadable;
                return;
            }
            address += size;
        }
    }

    private bool TryStep(ulong address, ReadOnlySpan<byte> bytes, HeapObjects found, out ulong size)
    {
        ulong methodTable = MemoryMarshal.Read<ulong>(bytes) & ~MarkBits;
        if (methodTable == 0)
        {
            size = sizeof(ulong); // an object that a thread was just about to make: its room is zero up to the used end
            return true;
        }
        ref var slot = ref _recent[methodTable >> 3 & (Slots - 1)];
        if (slot.MethodTable != methodTable)
            slot = (methodTable, types.Find(methodTable));
        if (slot.Type is not { BaseSize: >= LongestHead } type)
        {
            size = 0;
            return false;
        }
        size = type.BaseSize;
        if (type.ComponentSize != 0)
            size += (ulong)type.ComponentSize * MemoryMarshal.Read<uint>(bytes[sizeof(ulong)..]);
        size = Math.Max(LeastSize, size + 7 & ~7UL);
        if (type.Kind is not HeapKind.Other)
            Add(type.Kind, methodTable, address, bytes, found);
        return true;
    }

    private void Add(HeapKind kind, ulong methodTable, ulong address, ReadOnlySpan<byte> bytes, HeapObjects found)
    {
        if (kind is HeapKind.PooledBox)
            found.PooledBoxes.Add(address);
        else if (kind is HeapKind.Waitable)
            found.Waitables.Add(address);
        else if (!TaskState.IsCompleted(Flags(methodTable, address, bytes)))
            found.Tasks.Add(address);
    }

    private int Flags(ulong methodTable, ulong address, ReadOnlySpan<byte> bytes)
    {
        if (_flagsOffset == 0 && catalog.Find(methodTable)?.Field(TaskState.Field) is { } field)
            _flagsOffset = ValueReader.HeaderSize + field.Offset;
        if (_flagsOffset == 0)
            return 0;
        return bytes.Length >= _flagsOffset + sizeof(int)
            ? MemoryMarshal.Read<int>(bytes[_flagsOffset..])
            : reader.Read<int>(address + (ulong)_flagsOffset);
    }
}
