using System.Globalization;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>Sees to it that each certificate of a volunteer has its renewal in the calendar, once.</summary>
public sealed class RenewalStarter(Lazy<CaseBook<CertificateRenewal>> book, CaseServices services)
{
    /// <summary>Begins the renewals that are missing; those that were begun are left as they are.</summary>
    public async Task StartAsync(string personId, string departmentId, IEnumerable<CertificateNote> certificates, CancellationToken cancellation)
    {
        foreach (var note in certificates)
        {
            if (!CertificateRules.IsSettled(note) || note.RenewBy is not { } renewBy)
                continue;
            var id = "c-" + Ids.Derive("certificate-renewal", personId, note.Kind.ToString(), renewBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            var renewal = new CertificateRenewal { Id = id, DepartmentId = departmentId, PersonId = personId, Created = services.Now, RenewBy = renewBy, Note = new CertificateNote(note.Kind) };
            await services.Register.CommitAsync(book.Value.Insert(renewal, "calendar"), cancellation); // a conflict means that it was begun before
        }
    }
}
