namespace Tripod.Proof.Generation;

/// <summary>What a line of a generated program does.</summary>
/// <param name="Method">Number of the method that it belongs to.</param>
/// <param name="Callee">Number of the method that it calls; −1 if it calls none of the generated ones.</param>
internal sealed record LineAnswer(int Method, int Callee = LineAnswer.None)
{
    public const int None = -1;
}
