namespace Portal.Domain.Cases;

/// <summary>What a case is about: the aggregate of its process, one for each case and found by the case's id.</summary>
public interface ICaseSubject
{
    Guid CaseId { get; }
}
