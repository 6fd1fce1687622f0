using Iced.Intel;
using Tripod.Inspection.Stacks.Code;
using Instruction = Iced.Intel.Instruction;

namespace Tripod.Inspection.Variables.LiveRanges;

/// <summary>Finds the instructions of x64 code that do nothing but store to the frame.</summary>
internal static class FrameStores
{
    /// <summary>The stores by the offset at which they end; null if something is no instruction.</summary>
    /// <param name="code">All code of a method, from its first instruction on.</param>
    public static Dictionary<uint, FrameStore>? Find(byte[] code)
    {
        var stores = new Dictionary<uint, FrameStore>();
        return Disassembler.TryRead(code, 0, (in Instruction instruction) =>
        {
            if (instruction is { Op0Kind: OpKind.Memory, MemoryIndex: Register.None } && Base(instruction.MemoryBase) is var register and not FrameBase.None && IsMove(instruction.Mnemonic))
                stores[(uint)instruction.NextIP] = new(new(register, (int)instruction.MemoryDisplacement64), instruction.MemorySize.GetSize());
        }) ? stores : null;
    }

    private static FrameBase Base(Register register) => register switch
    {
        Register.RSP => FrameBase.StackPointer,
        Register.RBP => FrameBase.FramePointer,
        _ => FrameBase.None,
    };

    private static bool IsMove(Mnemonic mnemonic) => mnemonic is Mnemonic.Mov
        or Mnemonic.Movss or Mnemonic.Movsd or Mnemonic.Movd or Mnemonic.Movq
        or Mnemonic.Vmovss or Mnemonic.Vmovsd or Mnemonic.Vmovd or Mnemonic.Vmovq
        or Mnemonic.Movups or Mnemonic.Movaps or Mnemonic.Movupd or Mnemonic.Movapd or Mnemonic.Movdqu or Mnemonic.Movdqa
        or Mnemonic.Vmovups or Mnemonic.Vmovaps or Mnemonic.Vmovupd or Mnemonic.Vmovapd or Mnemonic.Vmovdqu or Mnemonic.Vmovdqa;
}
