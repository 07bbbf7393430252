using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;
using Xunit;

namespace BacklogPS.Core.Tests;

/// <summary>
/// Windows PowerShell 5.1 requires .NET Framework 4.7.2 and may find nothing newer. Every reference of the shipped
/// assemblies is resolved against its reference assemblies, through the netstandard facade, as at run time. The
/// compiler only knows netstandard2.0, which .NET Framework does not fully cover.
/// </summary>
public sealed class NetFrameworkMetadataTests
{
    [Theory]
    [InlineData("BacklogPS.dll", 500)]
    [InlineData("BacklogPS.Core.dll", 1000)]
    [InlineData("Newtonsoft.Json.dll", 1000)]
    public void Everything_that_an_assembly_refers_to_is_there(string file, int least)
    {
        var (count, missing) = LookUp(Path.Combine(Folder("ShippedFolder"), file));

        Assert.Empty(missing);
        Assert.InRange(count, least, int.MaxValue);
    }

    [Fact]
    public void What_only_later_runtimes_have_is_noticed()
    {
        // This assembly targets a later runtime: here are a type and a member that .NET Framework does not have.
        Assert.Contains('-', new DateOnly(2026, 8, 3).ToString("o", null));
        Assert.True("a-b".Contains('-'));

        var (_, missing) = LookUp(typeof(NetFrameworkMetadataTests).Assembly.Location);

        Assert.Contains("System.DateOnly of System.Runtime", missing);
        Assert.Contains("System.Boolean System.String::Contains(System.Char) of System.Runtime", missing);
    }

    private static (int Count, IReadOnlyList<string> Missing) LookUp(string file)
    {
        using var resolver = new FrameworkResolver();
        using var module = ModuleDefinition.ReadModule(file, new ReaderParameters { AssemblyResolver = resolver });

        // References to PowerShell are not checked: PowerShellStandard, which the cmdlets are compiled against, is a
        // subset of 5.1.
        var members = module.GetTypeReferences().Concat<MemberReference>(module.GetMemberReferences())
            .Where(m => Scope(m) is not "System.Management.Automation").ToList();
        var missing = members.Where(m => !IsThere(m)).Select(m => m.FullName + " of " + Scope(m)).ToList();
        return (members.Count, missing);
    }

    private static string? Scope(MemberReference member) =>
        ((member as TypeReference ?? member.DeclaringType).GetElementType().Scope as AssemblyNameReference)?.Name;

    private static bool IsThere(MemberReference member)
    {
        try
        {
            // Methods of arrays are created by the runtime.
            return member.DeclaringType is ArrayType || member switch
            {
                TypeReference type => type.Resolve(),
                MethodReference method => method.Resolve(),
                FieldReference field => (IMemberDefinition?)field.Resolve(),
                _ => null,
            } is not null;
        }
        catch (AssemblyResolutionException)
        {
            return false;
        }
    }

    private static string Folder(string name) => typeof(NetFrameworkMetadataTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;

    /// <summary>Finds assemblies only in .NET Framework's reference assemblies and the module's folder.</summary>
    private sealed class FrameworkResolver : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> found = new();

        public FrameworkResolver()
        {
            foreach (var folder in GetSearchDirectories())
            {
                RemoveSearchDirectory(folder);
            }
        }

        public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            if (!found.TryGetValue(name.Name, out var assembly))
            {
                var framework = Folder("NetFrameworkFolder");
                var folders = new[] { framework, Path.Combine(framework, "Facades"), Folder("ShippedFolder") };
                var file = folders.Select(f => Path.Combine(f, name.Name + ".dll")).FirstOrDefault(File.Exists)
                    ?? throw new AssemblyResolutionException(name);
                assembly = found[name.Name] = AssemblyDefinition.ReadAssembly(file, new ReaderParameters { AssemblyResolver = this });
            }

            return assembly;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (var assembly in found.Values)
            {
                assembly.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
