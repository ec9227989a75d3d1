using Husrum.Core.Cases;
using Husrum.Core.Organisations;

namespace Husrum.Core.Certificates;

/// <summary>The steps of a certificate: ordered by staff, consented to by its holder, recorded by staff, and a remark assessed by a leader.</summary>
public static class CertificateSteps
{
    /// <summary>All steps of one who may need certificates of either kind; each kind has its own questions (<c>prefix-boerneattest-order</c> …).</summary>
    public static IEnumerable<CaseStep<TCase>> OfEachKind<TCase>(CertificateHolder<TCase> holder, Organisation organisation)
        where TCase : CaseRecord => [.. Enum.GetValues<CertificateKind>().SelectMany(kind => Of(holder, kind, organisation)), new AssessRemark<TCase>(holder, organisation)];

    /// <summary>All steps where the case has one note, of whatever kind (<c>prefix-order</c> …).</summary>
    public static IEnumerable<CaseStep<TCase>> OfOne<TCase>(CertificateHolder<TCase> holder, Organisation organisation)
        where TCase : CaseRecord => [.. Of(holder, null, organisation), new AssessRemark<TCase>(holder, organisation)];

    private static CaseStep<TCase>[] Of<TCase>(CertificateHolder<TCase> holder, CertificateKind? kind, Organisation organisation)
        where TCase : CaseRecord => [new OrderCertificate<TCase>(holder, kind, organisation), new ConsentToCertificate<TCase>(holder, kind, organisation), new RecordCertificate<TCase>(holder, kind, organisation)];
}
