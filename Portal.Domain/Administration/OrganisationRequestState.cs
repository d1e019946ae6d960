namespace Portal.Domain.Administration;

public enum OrganisationRequestState
{
    Asked,

    /// <summary>Approved and carried out.</summary>
    Approved,

    Returned,
    Withdrawn,

    /// <summary>Carried out, and undone within a day.</summary>
    TakenBack,
}
