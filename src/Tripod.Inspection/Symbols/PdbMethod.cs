using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Tripod.Inspection.Symbols;

/// <summary>What a portable PDB tells of one method.</summary>
internal static class PdbMethod
{
    public static ImmutableArray<LocalScope> Scopes(MetadataReader pdb, MethodDefinitionHandle method)
    {
        var scopes = ImmutableArray.CreateBuilder<LocalScope>();
        foreach (LocalScopeHandle handle in pdb.GetLocalScopes(method))
        {
            System.Reflection.Metadata.LocalScope scope = pdb.GetLocalScope(handle);
            var locals = ImmutableArray.CreateBuilder<LocalName>();
            foreach (LocalVariableHandle local in scope.GetLocalVariables())
            {
                LocalVariable variable = pdb.GetLocalVariable(local);
                bool isHidden = (variable.Attributes & LocalVariableAttributes.DebuggerHidden) != 0;
                locals.Add(new LocalName(variable.Index, pdb.GetString(variable.Name), isHidden, TupleNames.Of(pdb, local)));
            }
            scopes.Add(new LocalScope(scope.StartOffset, scope.EndOffset, locals.ToImmutable()));
        }
        return scopes.ToImmutable();
    }

    public static ImmutableArray<LinePoint> Lines(MetadataReader pdb, MethodDefinitionHandle method, Func<DocumentHandle, SourceDocument> document)
    {
        MethodDebugInformation information = pdb.GetMethodDebugInformation(method);
        var lines = ImmutableArray.CreateBuilder<LinePoint>();
        foreach (SequencePoint point in information.GetSequencePoints())
            if (!point.IsHidden)
                lines.Add(new LinePoint(point.Offset, point.StartLine, document(point.Document)));
        return lines.ToImmutable();
    }

    /// <summary>Custom debug information of a method.</summary>
    /// <param name="pdb">The PDB.</param>
    /// <param name="token">The method.</param>
    /// <param name="kind">Which (Portable PDB format, CustomDebugInformation).</param>
    /// <param name="blob">What it says.</param>
    /// <returns>False if the PDB has none of the kind.</returns>
    /// <exception cref="BadImageFormatException">The PDB is broken.</exception>
    public static bool TryGetInformation(MetadataReader pdb, int token, Guid kind, out BlobReader blob)
    {
        foreach (var handle in pdb.GetCustomDebugInformation(MetadataTokens.EntityHandle(token)))
        {
            CustomDebugInformation information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != kind)
                continue;
            blob = pdb.GetBlobReader(information.Value);
            return true;
        }
        blob = default;
        return false;
    }

    public static SourceDocument Document(MetadataReader pdb, DocumentHandle handle)
    {
        Document document = pdb.GetDocument(handle);
        return new SourceDocument(pdb.GetString(document.Name), pdb.GetGuid(document.HashAlgorithm), pdb.GetBlobContent(document.Hash));
    }
}
