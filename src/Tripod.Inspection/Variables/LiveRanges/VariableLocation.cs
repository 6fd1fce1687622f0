namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>ICorDebugInfo::VarLocType of cordebuginfo.h: in what a variable lies.</summary>
internal enum VariableLocation : uint
{
    Register = 0,
    RegisterByReference = 1,
    FloatRegister = 2,
    Stack = 3,
    StackByReference = 4,
    TwoRegisters = 5,
    RegisterAndStack = 6,
    StackAndRegister = 7,
    TwoStackSlots = 8,
    FloatStack = 9,
    VarArg = 10,
}
