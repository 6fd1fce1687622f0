namespace Tripod.Inspection.Stacks.Code;

/// <summary>Where the processor goes on after an instruction.</summary>
internal enum FlowKind
{
    /// <summary>With the next one.</summary>
    Next,

    /// <summary>With the next one, after the call of an address that the instruction tells.</summary>
    Call,

    /// <summary>The same, and the address stands in a cell that the instruction tells.</summary>
    CallByCell,

    /// <summary>The same, and the address comes from a register: of virtual methods, delegates, and where the JIT makes it so.</summary>
    CallByRegister,

    /// <summary>With the target or the next one.</summary>
    Branch,

    /// <summary>With the target.</summary>
    Jump,

    /// <summary>It leaves the code, or goes on where a register says.</summary>
    End,
}
