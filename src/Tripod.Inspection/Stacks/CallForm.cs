namespace Tripod.Inspection.Stacks;

/// <summary>How a call instruction says where it goes.</summary>
internal enum CallForm
{
    /// <summary>By the distance to it.</summary>
    Direct,

    /// <summary>By a place in memory that is known with the instruction, in which the address stands.</summary>
    Cell,

    /// <summary>By a register: of virtual methods, delegates, and where the JIT makes it so.</summary>
    Register,
}
