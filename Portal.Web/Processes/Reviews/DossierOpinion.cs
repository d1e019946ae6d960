using Portal.Domain.Forms;

namespace Portal.Web.Processes.Reviews;

/// <summary>A reserved opinion in the annex (R-REV-08).</summary>
public sealed record DossierOpinion(
    string AuthorId, DateTime At, string Opinion, string Difference, string Grounds, bool IsLate, bool IsWithdrawn, string Response,
    IReadOnlyList<string> Files, OffSystemStub? Stub);
