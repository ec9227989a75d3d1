using Husrum.Core.Language;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Messages;

/// <summary>
/// Messages that did not reach somebody, or of which nobody knows it, before those who know the person: the coordinators and deputies of the department their matter belongs to, and leaders.
/// "Second channel, then a staff task" (rules-and-sources.md 2.7). A message without a department (a link to sign in) and one held after a restore are the operators'.
/// </summary>
/// <param name="register">Where messages are.</param>
/// <param name="staff">Who works where.</param>
/// <param name="matters">What messages are about.</param>
public sealed class UndeliveredMessages(IRegister register, StaffDirectory staff, IEnumerable<IMessageMatters> matters)
{
    /// <summary>Those a staff member may see, the oldest first; empty for one who is no staff.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="most">No more than so many.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<UndeliveredMessage>> ForAsync(string personId, int most, CancellationToken cancellation = default)
    {
        var found = new List<UndeliveredMessage>();
        if (await staff.GetAsync(personId, cancellation) is not { Value: var member })
            return found;
        await foreach (var place in register.QueryAsync<NoticePlace>(Partitions.NoticeTroubleIndex, cancellation: cancellation))
        {
            if (found.Count == most)
                break;
            if (await MatterAsync(place.Value.Partition, cancellation) is { } matter && MaySee(member, matter.DepartmentId)
                && await register.GetAsync<Notice>(place.Value.Partition, place.Value.Row, cancellation) is { } notice && IsTask(notice.Value))
                found.Add(new UndeliveredMessage(notice, matter));
        }

        return found;
    }

    /// <summary>True where a staff member may say what becomes of a message.</summary>
    public async Task<bool> MayDecideAsync(string personId, string partition, string row, CancellationToken cancellation = default) =>
        row.StartsWith(Outbox.RowPrefix, StringComparison.Ordinal)
        && await staff.GetAsync(personId, cancellation) is { } member
        && await MatterAsync(partition, cancellation) is { } matter && MaySee(member.Value, matter.DepartmentId)
        && await register.GetAsync<Notice>(partition, row, cancellation) is { } notice && IsTask(notice.Value);

    private static bool IsTask(Notice notice) => Outbox.NeedsAPerson(notice) && notice.State != NoticeState.Held;

    private static bool MaySee(StaffMember member, string department) =>
        member.Roles.Contains(StaffRole.Leader)
        || ((member.Roles.Contains(StaffRole.Coordinator) || member.Roles.Contains(StaffRole.Deputy)) && member.Departments.Contains(department, StringComparer.Ordinal));

    private async Task<MessageMatter?> MatterAsync(string partition, CancellationToken cancellation)
    {
        foreach (var source in matters)
        {
            if (await source.OfAsync(partition, cancellation) is { } matter)
                return matter;
        }

        return null;
    }
}

/// <summary>Says what the messages of a process are about. Each process whose messages go to people adds one.</summary>
public interface IMessageMatters
{
    /// <summary>What the messages in a partition are about; null where the partition is another's.</summary>
    Task<MessageMatter?> OfAsync(string partition, CancellationToken cancellation);
}

/// <summary>What a message is about.</summary>
/// <param name="DepartmentId">Whose matter it is: a department's id.</param>
/// <param name="Kind">What it is: an expense claim, an application.</param>
public sealed record MessageMatter(string DepartmentId, Bilingual Kind);

/// <summary>A message that did not reach somebody, or of which nobody knows it.</summary>
/// <param name="Notice">The message.</param>
/// <param name="Matter">What it is about.</param>
public sealed record UndeliveredMessage(Stored<Notice> Notice, MessageMatter Matter);
