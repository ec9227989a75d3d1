using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.Pages.Staff;

/// <summary>Keeps the list of staff. One operator always stays: without one nobody could ever let anybody in again.</summary>
internal sealed class StaffDesk(StaffDirectory staff, PersonDirectory people, IRegister register, Organisation organisation)
{
    private static readonly FieldProblem LastOperator = new(
        "roles",
        "Der skal altid være mindst én administrator. Giv først rollen til en anden.",
        "There must always be at least one operator. Give the role to someone else first.");

    private static readonly FieldProblem AddressTaken = new(
        "email",
        "En anden har allerede den mailadresse. Hver person skal have sin egen.",
        "Someone else already has that e-mail address. Each person needs their own.");

    /// <summary>Takes a new staff member, or one who is known by their address already.</summary>
    public async Task<IReadOnlyList<FieldProblem>> AddAsync(StaffForm form, CancellationToken cancellation)
    {
        var problems = form.Check(organisation);
        if (problems.Count > 0)
            return problems;
        var personId = await people.FindOrCreateByEmailAsync(Email.Read(form.Email).Value.Value, form.Name, form.Language, cancellation: cancellation);
        if (await staff.GetAsync(personId, cancellation) is not null)
            return [AddressTaken];
        await RenameAsync(personId, form, cancellation); // one who is known may have typed anything as their name, once
        await staff.PutAsync(personId, form.Roles, form.Departments, form.Away, cancellation);
        return [];
    }

    /// <summary>Changes a staff member.</summary>
    public async Task<IReadOnlyList<FieldProblem>> ChangeAsync(string personId, StaffForm form, CancellationToken cancellation)
    {
        var problems = form.Check(organisation);
        if (problems.Count > 0)
            return problems;
        if (!form.Roles.Contains(StaffRole.Operator) && await IsLastOperatorAsync(personId, cancellation))
            return [LastOperator];
        if (!await RenameAsync(personId, form, cancellation))
            return [AddressTaken];
        await staff.PutAsync(personId, form.Roles, form.Departments, form.Away, cancellation);
        return [];
    }

    /// <summary>Makes them staff no longer; the person stays, for what they have decided.</summary>
    public async Task<IReadOnlyList<FieldProblem>> RemoveAsync(string personId, CancellationToken cancellation)
    {
        if (await IsLastOperatorAsync(personId, cancellation))
            return [LastOperator];
        await staff.RemoveAsync(personId, cancellation);
        return [];
    }

    private async Task<bool> RenameAsync(string personId, StaffForm form, CancellationToken cancellation)
    {
        while (await people.GetAsync(personId, cancellation) is { } person)
        {
            var address = Email.Read(form.Email).Value.Value;
            var before = (await people.ReachAsync(personId, cancellation))?.Email;
            var batch = new RegisterBatch(person.Partition).Replace(Person.Row, person.Value with { Name = form.Name, Language = form.Language }, person.ETag);
            if (before is null || EmailKey.Normal(before) != EmailKey.Normal(address))
            {
                if (await people.FindByEmailAsync(address, cancellation) is { } owner && owner != personId)
                    return false;
                batch.Put(ContactPoint.EmailRow, new ContactPoint(EmailKey.Normal(address))).Index(Partitions.EmailIndex, EmailKey.IndexRow(address), new EmailOwner(personId));
                if (before is not null)
                    batch.Unindex(Partitions.EmailIndex, EmailKey.IndexRow(before));
            }

            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return true;
        }

        return true;
    }

    private async Task<bool> IsLastOperatorAsync(string personId, CancellationToken cancellation)
    {
        var operators = new List<string>();
        await foreach (var (id, member) in staff.AllAsync(cancellation))
        {
            if (member.Roles.Contains(StaffRole.Operator))
                operators.Add(id);
        }

        return operators is [var only] && only == personId;
    }
}
