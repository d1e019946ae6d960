namespace Portal.Domain.Cases;

/// <summary>A matter whose end makes the internal matters that it raised cases of their own (S-03).</summary>
public interface IRaisesIssues
{
    IEnumerable<RaisedIssue> IssuesRaised();
}
