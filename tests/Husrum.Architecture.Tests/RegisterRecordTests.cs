using System.Reflection;
using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Architecture.Tests;

/// <summary>What lies in the register names its kind and version, so that every later version can read it.</summary>
public sealed class RegisterRecordTests
{
    private static IEnumerable<Type> Records => House.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.GetCustomAttribute<RegisterRecordAttribute>() is not null);

    [Fact]
    public void Records_are_sealed_records_with_a_kind_and_a_version()
    {
        Records.ShouldNotBeEmpty();
        Records.Where(type => !type.IsSealed || type.GetMethod("<Clone>$") is null || Kind(type).Version < 1 || !Regex.IsMatch(Kind(type).Kind, "^[a-z][a-z0-9-]*$"))
            .Select(type => $"{type.FullName} ({Kind(type).Kind}, {Kind(type).Version})")
            .ShouldBeNone("A record of the register is a sealed record with a kind in small letters and a version from 1:");
    }

    [Fact]
    public void No_two_records_share_a_kind() =>
        Records.GroupBy(type => Kind(type).Kind).Where(kind => kind.Count() > 1)
            .Select(kind => $"{kind.Key}: {string.Join(", ", kind.Select(type => type.Name))}")
            .ShouldBeNone("A kind names one record:");

    [Fact]
    public void Every_case_is_such_a_record() =>
        House.Core.GetTypes().Where(type => type.IsAssignableTo(typeof(CaseRecord)) && !type.IsAbstract && !Records.Contains(type))
            .Select(type => type.FullName!)
            .ShouldBeNone("A case carries RegisterRecordAttribute:");

    // T and TCase stand in generic helpers; a row that is only looked at for its key is read as it lies
    [Fact]
    public void Whatever_is_read_from_the_register_is_such_a_record() =>
        (from file in House.Files("src", ".cs", ".razor")
         from Match read in Regex.Matches(file.Code, @"\bregister\s*\.\s*(?:GetAsync|QueryAsync)<(?<type>\w+)>", RegexOptions.IgnoreCase)
         let name = read.Groups["type"].Value
         where name is not "JsonObject" && !Regex.IsMatch(name, "^T([A-Z][a-z]+)?$") && !Records.Any(type => type.Name == name)
         select $"{file}: {name}")
            .ShouldBeNone("What is read from the register carries RegisterRecordAttribute:");

    private static RegisterRecordAttribute Kind(Type type) => type.GetCustomAttribute<RegisterRecordAttribute>()!;
}
