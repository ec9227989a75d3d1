using Google.Protobuf;
using Husrum.Durable.Execution;
using Husrum.Durable.Protocol;

namespace Husrum.Durable.Tests.Execution;

/// <summary>What Protocol/README.md says is covered and refused is what the code covers and refuses.</summary>
public sealed class ProtocolReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root(), "src", "Husrum.Durable", "Protocol", "README.md"));

    [Fact]
    public void Every_event_that_is_read_and_every_one_that_is_refused_by_name_stands_there_under_its_number()
    {
        var read = HistoryEvent.Descriptor.Oneofs.Single().Fields.ToDictionary(field => field.FieldNumber, field => Pascal(field.Name));
        for (var number = 3; number <= 30; number++)
        {
            if (read.TryGetValue(number, out var name))
                Row(number, name).ShouldNotContain("refused");
            else
                Row(number, Refused(number)).ShouldContain("refused");
        }

        Readme.ShouldNotContain("| 31 |");
        Refused(31).ShouldContain("unknown kind 31");
    }

    [Fact]
    public void Every_action_that_can_be_sent_stands_there()
    {
        foreach (var field in OrchestratorAction.Descriptor.Oneofs.Single().Fields)
            Row(field.FieldNumber, Pascal(field.Name)).ShouldContain("sent");
    }

    [Fact]
    public void Every_call_of_the_client_stands_there()
    {
        foreach (var method in (string[])["StartInstance", "RaiseEvent", "GetInstance", "QueryInstances", "TerminateInstance", "SuspendInstance", "ResumeInstance", "PurgeInstances"])
        {
            Readme.ShouldContain($"| `{method}` |");
            File.ReadAllText(Path.Combine(Root(), "src", "Husrum.Durable", "Remote", "RpcTransport.cs")).ShouldContain($"\"{method}\"");
        }
    }

    private static string Row(int number, string name) => Readme.Split('\n').SingleOrDefault(line => line.StartsWith($"| {number} | `{name}` |", StringComparison.Ordinal)).ShouldNotBeNull($"{number} {name}");

    // the name in the words of the refusal
    private static string Refused(int number)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.Empty);
        }

        var words = HistoryKinds.Unknown(HistoryEvent.Parser.ParseFrom(bytes.ToArray()), "i", 1).Message;
        var from = words.IndexOf(" is ", StringComparison.Ordinal) + 4;
        var end = words.IndexOf(" (field", StringComparison.Ordinal);
        return end < 0 ? words : words[from..end];
    }

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Husrum.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
