namespace Tripod.Proof.Generation;

/// <summary>A generated program.</summary>
/// <param name="Seed">What it was generated from.</param>
/// <param name="Text">Its source.</param>
/// <param name="Answers">What is known of it.</param>
internal sealed record GeneratedProgram(int Seed, string Text, Answers Answers);
