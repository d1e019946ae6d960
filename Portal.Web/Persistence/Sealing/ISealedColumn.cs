namespace Portal.Web.Persistence.Sealing;

/// <summary>Marks the converter of a column whose texts lie sealed, so that such columns are found from the model.</summary>
public interface ISealedColumn;
