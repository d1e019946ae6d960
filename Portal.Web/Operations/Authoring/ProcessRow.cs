namespace Portal.Web.Operations.Authoring;

public sealed record ProcessRow(string DefinitionId, string Name, IReadOnlyList<VersionRow> Versions)
{
    public VersionRow? Published => Versions.FirstOrDefault(v => v.IsPublished);

    public VersionRow? Draft => Versions.FirstOrDefault(v => v.IsDraft);
}
