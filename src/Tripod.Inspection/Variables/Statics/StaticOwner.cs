using System.Reflection.Metadata;
using Tripod.Inspection.Symbols;

namespace Tripod.Inspection.Variables.Statics;

/// <summary>A type of the author's whose code is on a stack.</summary>
/// <param name="Module">Its module.</param>
/// <param name="Type">The type.</param>
/// <param name="MethodTable">The type as it was instantiated; 0 if that is not known.</param>
internal readonly record struct StaticOwner(ModuleSymbols Module, TypeDefinitionHandle Type, ulong MethodTable);
